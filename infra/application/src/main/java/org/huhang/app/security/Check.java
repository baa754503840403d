package org.huhang.app.security;

/** What is looked at in a token, in this order, and how an operator reads of it. */
enum Check {
    FORM("is no signed JWT"),
    ALGORITHM("has the wrong algorithm (header alg)"),
    TYPE("has the wrong type (header typ)"),
    ISSUER("is of another issuer (claim iss)"),
    TIME("is not valid now (claims exp and nbf)"),
    KEY("names no key of the provider's (header kid)"),
    SIGNATURE("has a wrong signature"),
    ID_TOKEN("is no access token"),
    AUDIENCE("is for another audience (claim aud)"),
    SUBJECT("names no account"),
    ROLE("names no role"),
    DIVISION("names no division");

    private final String finding;

    Check(String finding) {
        this.finding = finding;
    }

    String finding() {
        return finding;
    }
}
