package org.paysign.benchmark;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.request.AlipayUserAgreementPageSignRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The SDK in a JVM of its own, because it changes the JVM's rules of certificates: threads, seconds, folder of keys. */
final class SdkRate {

    static final String ANSWER = "sdkExecute a second: ";

    private SdkRate() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        long nanos = Long.parseLong(arguments[1]) * 1_000_000_000L;
        AlipayClient client = client(Path.of(arguments[2]));
        rate(client, threads, nanos / 2);
        System.out.println(ANSWER + rate(client, threads, nanos));
    }

    private static AlipayClient client(Path keys) throws IOException {
        return new DefaultAlipayClient(
                "http://127.0.0.1:1/gateway.do",
                "2021000000000001",
                base64(keys.resolve("app-private-key.pem")),
                "json",
                "UTF-8",
                base64(keys.resolve("alipay-public-key.pem")),
                "RSA2");
    }

    private static String base64(Path pem) throws IOException {
        return Files.readString(pem).replaceAll("-----[^-]*-----|\\s", "");
    }

    private static double rate(AlipayClient client, int threads, long nanos) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            long calls = 0;
            for (Future<Long> future : pool.invokeAll(IntStream.range(0, threads)
                    .mapToObj(thread -> (java.util.concurrent.Callable<Long>) () -> calls(client, begun + nanos))
                    .toList())) {
                calls += future.get();
            }
            return calls * 1e9 / (System.nanoTime() - begun);
        } finally {
            pool.shutdown();
        }
    }

    private static long calls(AlipayClient client, long end) throws AlipayApiException {
        long calls = 0;
        while (System.nanoTime() - end < 0) {
            AlipayUserAgreementPageSignRequest request = new AlipayUserAgreementPageSignRequest();
            request.setNotifyUrl("http://127.0.0.1:8080/alipay/notify");
            request.setBizContent(Requests.wholeContent("sdk" + calls));
            if (!client.sdkExecute(request).getBody().contains("sign=")) {
                throw new IllegalStateException("The SDK signed nothing");
            }
            calls++;
        }
        return calls;
    }
}
