/** What PaySign costs, measured against what one RSA signature costs; run by {@code src/test/sh/benchmark.sh}. */
@NullMarked
package org.paysign.benchmark;

import org.jspecify.annotations.NullMarked;
