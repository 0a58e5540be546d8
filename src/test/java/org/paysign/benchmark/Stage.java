package org.paysign.benchmark;

import java.util.List;
import java.util.regex.Pattern;

/** On what a request's CPU is spent; the innermost frame that one of them knows decides. */
enum Stage {
    SIGNATURE(
            "signature",
            "#0072b2",
            "org\\.paysign\\.signature\\.|java\\.security\\.(Signature|SecureRandom)|sun\\.security\\.|javax\\.crypto\\."
                    + "|com\\.sun\\.crypto\\.|com\\.amazon\\.corretto\\.|org\\.conscrypt\\.|java\\.math\\."),
    DATABASE(
            "database",
            "#009e73",
            "org\\.h2\\.|org\\.postgresql\\.|com\\.zaxxer\\.|org\\.springframework\\.(jdbc|transaction)\\."
                    + "|org\\.paysign\\.store\\.|org\\.quartz\\."),
    BROKER(
            "broker",
            "#d55e00",
            "org\\.apache\\.activemq\\.artemis\\.core\\.(server|persistence|journal|io|paging|postoffice|management"
                    + "|replication|transaction|security|filter|deployers|settings|protocol\\.core\\.impl\\.wire)\\."
                    + "|org\\.apache\\.activemq\\.artemis\\.(journal|jdbc|spi|utils\\.critical|nativo)\\."
                    + "|org\\.apache\\.activemq\\.artemis\\.core\\.protocol\\.core\\.ServerSession"),
    JMS(
            "JMS client",
            "#e69f00",
            "org\\.apache\\.activemq\\.|org\\.messaginghub\\.|org\\.springframework\\.jms\\.|io\\.netty\\."
                    + "|org\\.apache\\.camel\\.component\\.jms\\.|jakarta\\.jms\\."),
    CONTENT(
            "JSON and checks",
            "#cc79a7",
            "com\\.fasterxml\\.|com\\.networknt\\.|org\\.paysign\\.(json|signing|merchant|queue|agreement|outcome|result)\\."),
    CAMEL(
            "Camel and logging",
            "#56b4e9",
            "org\\.apache\\.camel\\.|org\\.apache\\.logging\\.|org\\.slf4j\\.|org\\.paysign\\.|org\\.springframework\\."
                    + "|io\\.micrometer\\."),
    RUNTIME(
            "compiler and collector",
            "#f0e442",
            "CompileBroker::|C2Compiler|GangWorker::|WorkerThread::run|ConcurrentGCThread::|VMThread::|G1[A-Z]|WatcherThread::"),
    /** What no other knows. */
    OTHER("other", "#999999", "(?!)");

    private final String text;
    private final String colour;
    private final Pattern frames;

    Stage(String text, String colour, String frames) {
        this.text = text;
        this.colour = colour;
        this.frames = Pattern.compile("^(" + frames + ")");
    }

    /** Of frames from the outermost to the innermost, as the profiler writes them. */
    static Stage of(List<String> stack) {
        for (int n = stack.size() - 1; n >= 0; n--) {
            String frame = stack.get(n);
            for (Stage stage : values()) {
                if (stage.frames.matcher(frame).find()) {
                    return stage;
                }
            }
        }
        return OTHER;
    }

    /** Of a palette that people with colour blindness can tell apart. */
    String colour() {
        return colour;
    }

    @Override
    public String toString() {
        return text;
    }
}
