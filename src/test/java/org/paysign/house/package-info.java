/** The rules of the house: what architecture.md says about routes, configuration and Java, kept by tests. */
@NullMarked
package org.paysign.house;

import org.jspecify.annotations.NullMarked;
