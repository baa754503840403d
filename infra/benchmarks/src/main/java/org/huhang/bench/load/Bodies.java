package org.huhang.bench.load;

/** What is sent along, as an officer's programme would write it. */
public final class Bodies {

    private final Children children;
    private final String visit;

    public Bodies(Children children) {
        this.children = children;
        this.visit = """
                {"visitor":"李老师","seen":"家中整洁，孩子正在做作业，爷爷奶奶身体尚好。下月再来。",\
                "childView":"愿意和爷爷奶奶住，想爸爸妈妈。","on":"%s"}""".formatted(children.today());
    }

    /** The same for every case. */
    public String visit() {
        return visit;
    }

    public String registration(long number) {
        return "{\"identity\":{\"name\":\"" + children.name(number) + "\",\"sex\":\""
                + (children.boy(number) ? "MALE" : "FEMALE") + "\",\"birthDate\":\"" + children.born(number)
                + "\",\"documents\":[{\"type\":\"RESIDENT_ID\",\"number\":\"" + children.card(number)
                + "\"}]},\"hukouDivision\":\"" + Children.HUKOU
                + "\",\"householdType\":\"RURAL\",\"residenceDivision\":\"" + Children.RESIDENCE
                + "\",\"residenceSince\":\"" + children.arrived()
                + "\",\"guardians\":[{\"relation\":\"MOTHER\",\"name\":\"李梅\",\"livesWithChild\":true,"
                + "\"ability\":\"ABLE\"}],\"agency\":\"EDUCATION\",\"on\":\"" + children.today() + "\"}";
    }

    public String listing() {
        return "{\"grounds\":[\"HARDSHIP\"],\"risk\":\"LOW\",\"on\":\"" + children.today() + "\"}";
    }

    public String empty() {
        return "{\"on\":\"" + children.today() + "\"}";
    }
}
