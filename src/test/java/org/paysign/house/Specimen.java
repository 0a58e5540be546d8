package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.paysign.log.Event;
import org.paysign.signature.CertificateFile;
import org.paysign.signature.ContentCipher;
import org.paysign.signature.Rsa;
import org.paysign.support.CertificateForge;

/** Makes a record of any type, every text in it marked with the name of the component that holds it. */
final class Specimen {

    static final String MARK = "canary-";

    private static final Pattern MARKED = Pattern.compile(MARK + "([A-Za-z]+)!");

    private static final CertificateFile CERTIFICATE =
            CertificateFile.of(CertificateForge.root(MARK + "certificate!", Instant.parse("2026-01-01T00:00:00Z"))
                    .pem());

    private Specimen() {}

    static Object of(Class<?> record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), components[i].getName());
        }
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /** The components whose values a text shows. */
    static Set<String> marks(String text) {
        return MARKED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Object value(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            Object last = value(inner[inner.length - 1], name);
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Callable.class || raw == IntFunction.class) {
                return faceless(raw, MARK + name + "!");
            }
            return raw == Optional.class
                    ? Optional.of(last)
                    : raw == List.class ? List.of(last) : raw == Set.class ? Set.of(last) : Map.of("key", last);
        }
        if (type instanceof TypeVariable<?> any) {
            return value(any.getBounds()[0] == Object.class ? String.class : any.getBounds()[0], name);
        }
        if (type instanceof WildcardType some) {
            return value(some.getUpperBounds()[0], name);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return of(raw);
        }
        if (raw.isSealed() && raw.isInterface()) {
            return of(Arrays.stream(raw.getPermittedSubclasses())
                    .filter(kind -> kind.getSimpleName().equals("Signed"))
                    .findFirst()
                    .orElse(raw.getPermittedSubclasses()[0]));
        }
        return raw.isEnum() ? raw.getEnumConstants()[0] : plain(raw, MARK + name + "!");
    }

    private static Object plain(Class<?> type, String mark) {
        Map<Class<?>, Object> plain = Map.ofEntries(
                Map.entry(String.class, mark),
                Map.entry(int.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(Long.class, 1L),
                Map.entry(boolean.class, true),
                Map.entry(BigInteger.class, BigInteger.ONE),
                Map.entry(Duration.class, Duration.ZERO),
                Map.entry(Clock.class, Clock.systemUTC()),
                Map.entry(InetSocketAddress.class, InetSocketAddress.createUnresolved("shop.example", 1)),
                Map.entry(JsonNode.class, JsonNodeFactory.instance.objectNode().put("key", mark)),
                Map.entry(Charset.class, StandardCharsets.UTF_8),
                Map.entry(URI.class, URI.create("https://shop.example/" + mark)),
                Map.entry(Path.class, Path.of(mark)),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(OffsetDateTime.class, OffsetDateTime.MIN),
                Map.entry(Event.class, Event.of(mark)),
                Map.entry(Rsa.class, Rsa.jdk()),
                Map.entry(Provider.class, Security.getProvider("SunRsaSign")),
                Map.entry(X500Principal.class, new X500Principal("CN=" + mark)),
                Map.entry(CertificateFile.class, CERTIFICATE),
                Map.entry(X509Certificate.class, CERTIFICATE.leaf()),
                Map.entry(ContentCipher.class, ContentCipher.of("AAAAAAAAAAAAAAAAAAAAAA==", StandardCharsets.UTF_8)),
                Map.entry(
                        ObjectNode.class, JsonNodeFactory.instance.objectNode().put("key", mark)));
        Object value = plain.get(type);
        return value == null ? faceless(type, mark) : value;
    }

    /** An implementation of an interface that can do nothing but show itself. */
    private static Object faceless(Class<?> type, String mark) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> mark);
    }
}
