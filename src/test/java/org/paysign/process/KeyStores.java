package org.paysign.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key and trust stores of a broker and its clients, made with the JDK's keytool as an operator would. */
record KeyStores(Path folder) {

    static final String PASSWORD = "changeit";

    /** Two sides that trust each other, and a stranger whom nobody knows. */
    static KeyStores in(Path folder) throws IOException, InterruptedException {
        KeyStores stores = new KeyStores(folder);
        for (String owner : List.of("broker", "client", "stranger")) {
            stores.keytool(
                    "-genkeypair",
                    "-alias",
                    owner,
                    "-keyalg",
                    "EC",
                    "-validity",
                    "2",
                    "-dname",
                    "CN=" + owner,
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-keystore",
                    stores.file(owner + "-keys.p12"));
            stores.keytool(
                    "-exportcert",
                    "-alias",
                    owner,
                    "-keystore",
                    stores.file(owner + "-keys.p12"),
                    "-file",
                    stores.file(owner + ".cer"));
        }
        stores.trust("broker", "client");
        stores.trust("client", "broker");
        return stores;
    }

    private void trust(String owner, String other) throws IOException, InterruptedException {
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                other,
                "-file",
                file(other + ".cer"),
                "-keystore",
                file(owner + "-trust.p12"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    /** The options of a client's URL; {@code owner} is whose key it shows. */
    String options(String owner) {
        return "?sslEnabled=true&keyStoreType=PKCS12&trustStoreType=PKCS12&keyStorePath=" + file(owner + "-keys.p12")
                + "&keyStorePassword=" + PASSWORD + "&trustStorePath=" + file("client-trust.p12")
                + "&trustStorePassword=" + PASSWORD;
    }
}
