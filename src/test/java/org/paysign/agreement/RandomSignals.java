package org.paysign.agreement;

import static org.paysign.agreement.Evidences.answer;
import static org.paysign.agreement.Evidences.claim;
import static org.paysign.agreement.Evidences.ended;
import static org.paysign.agreement.Evidences.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws signals of three rounds about three agreements, some of which Alipay told no times of. */
final class RandomSignals {

    private static final int ROUNDS = 3;
    private static final List<String> NUMBERS = List.of("A1", "A2", "A3");
    private static final List<String> CODES = List.of("7000", "7001", "7002", "6001", "6002");
    private static final Map<String, Claim> CLAIMS = Map.of(
            "7000", Claim.SIGNED,
            "7001", Claim.UNKNOWN,
            "7002", Claim.FAILED,
            "6001", Claim.CANCELLED,
            "6002", Claim.FAILED);

    private final Random random;
    private final boolean timeless;

    RandomSignals(Random random) {
        this.random = random;
        timeless = random.nextInt(4) == 0;
    }

    /** Few enough to come again, with the sign requests of all rounds among them. */
    List<Signal> pool() {
        List<Signal> pool = new ArrayList<>();
        for (int round = 2; round <= ROUNDS; round++) {
            pool.add(new Signal.Issued(round, "order-" + round));
        }
        int size = 4 + random.nextInt(14);
        while (pool.size() < size) {
            pool.add(one(1 + random.nextInt(ROUNDS)));
        }
        return pool;
    }

    private Signal one(int round) {
        Evidence evidence = any(List.of(Evidence.values()));
        String no = any(NUMBERS);
        return switch (random.nextInt(10)) {
            case 0 -> new Signal.Silent(round);
            case 1 -> new Signal.Pending(round, evidence, "TEMP");
            case 2 -> {
                String code = any(CODES);
                yield claim(round, CLAIMS.getOrDefault(code, Claim.UNKNOWN), code, random.nextBoolean());
            }
            case 3 -> answer(round, random.nextBoolean(), any(CODES));
            case 4 -> answer(round, false, any(List.of("7002", "6001")), no);
            case 5, 6, 7 ->
                timeless
                        ? new Signal.Signed(round, evidence, no, Map.of("agreement_no", no))
                        : signed(round, evidence, no);
            case 8 -> new Signal.Ended(round, evidence, "", "AGREEMENT_HAS_UNSIGNED", Map.of());
            default ->
                timeless
                        ? new Signal.Ended(round, Evidence.NOTIFY, no, "unsigned", Map.of())
                        : ended(round, evidence, no);
        };
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
