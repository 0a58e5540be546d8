package org.paysign.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Asks for the lock Artemis will take on its journal: Artemis itself waits for it, and then fails with a stack. */
final class JournalLock {

    private JournalLock() {}

    /** Whether a broker works on this journal. */
    static boolean isHeld(Path journal) {
        var file = journal.resolve("serverlock.1");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException inThisJvm) {
            return true;
        } catch (IOException unknown) {
            // Artemis will say what is wrong.
            return false;
        }
    }
}
