package org.huhang.kernel.value;

/** What paper proves who a child is. A child with none is registered with no document at all. */
public enum DocumentType {
    /** 居民身份证, GB 11643. */
    RESIDENT_ID,
    /** 港澳居民居住证, prefix 81 (Hong Kong) or 82 (Macao). */
    HONG_KONG_MACAO_RESIDENCE_PERMIT,
    /** 台湾居民居住证, prefix 83. */
    TAIWAN_RESIDENCE_PERMIT,
    /** 外国人永久居留身份证. */
    FOREIGN_PERMANENT_RESIDENT_ID,
    /** 护照. */
    PASSPORT,
    /** 出生医学证明. */
    BIRTH_CERTIFICATE;

    /**
     * Whether its number is the holder's for life (公民身份号码), so that nobody has two. Others change: a passport's when
     * it is renewed, a birth certificate's when it is issued anew, the foreigners' card's with its second edition.
     */
    public boolean numberIsForLife() {
        return switch (this) {
            case RESIDENT_ID, HONG_KONG_MACAO_RESIDENCE_PERMIT, TAIWAN_RESIDENCE_PERMIT -> true;
            case FOREIGN_PERMANENT_RESIDENT_ID, PASSPORT, BIRTH_CERTIFICATE -> false;
        };
    }
}
