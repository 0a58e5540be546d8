package org.paysign.cli;

import picocli.CommandLine.Command;

/** {@code paysign keys}: makes, shows and checks keys. */
@Command(
        name = "keys",
        description = {
            "Makes a pair of keys, shows what is configured to be compared with Alipay's console, and checks that pairs are"
                    + " pairs.",
            "Of a private key nothing is printed but the fingerprint of its public half."
        },
        subcommands = {KeysGenerateCommand.class, KeysShowCommand.class, KeysCheckCommand.class},
        synopsisSubcommandLabel = "(generate | show | check)")
final class KeysCommand {}
