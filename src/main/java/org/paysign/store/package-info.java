/** What PaySign remembers: agreements, signals and outcomes, each change in one database transaction. */
@NullMarked
package org.paysign.store;

import org.jspecify.annotations.NullMarked;
