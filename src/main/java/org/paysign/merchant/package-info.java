/** Merchant profiles: what is configured for a merchant, its keys, and where its files are read. */
@NullMarked
package org.paysign.merchant;

import org.jspecify.annotations.NullMarked;
