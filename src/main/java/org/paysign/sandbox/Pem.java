package org.paysign.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/** One PEM file: written whole or not at all, and read back strictly. */
record Pem(Path file, String label) {

    /** Writes beside the file, forces it to disk and moves it into place, so that no crash leaves half a file. */
    void write(byte[] der, String permissions) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(half);
        var text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(half, options, mode(permissions))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Throws IllegalArgumentException when the file holds anything but this one block. */
    byte[] read() throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        var begin = "-----BEGIN " + label + "-----";
        var end = "-----END " + label + "-----";
        if (!text.startsWith(begin) || !text.endsWith(end) || text.length() < begin.length() + end.length()) {
            throw new IllegalArgumentException("not a PEM block of the kind " + label);
        }
        var base64 = text.substring(begin.length(), text.length() - end.length());
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }

    /** The permissions to create a file or a directory with, where the file system knows such. */
    static FileAttribute<?>[] mode(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
