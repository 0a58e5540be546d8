package org.paysign.merchant;

import java.util.Optional;

/** The profiles; safe for use by several threads. */
public interface Merchants {

    /** Finds a profile by name; the empty name finds the only one, when there is exactly one. */
    Optional<Merchant> find(String name);

    /** The profile of an agreement that is stored already. */
    default Merchant get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("Merchant " + name
                        + " has agreements but no profile: put its file back into the merchants folder"));
    }
}
