/** The outbox: what the merchant is told, where, and how often it is tried. */
@NullMarked
package org.paysign.outcome;

import org.jspecify.annotations.NullMarked;
