/** What reaches the log: events of agreements, their trace, and the rule that keeps secrets and forged lines out. */
@NullMarked
package org.paysign.log;

import org.jspecify.annotations.NullMarked;
