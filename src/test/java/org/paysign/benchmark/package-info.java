/** What PaySign's parts cost, for {@code ./mvnw -Pjmh test}. */
@NullMarked
package org.paysign.benchmark;

import org.jspecify.annotations.NullMarked;
