/** What PaySign needs of its broker, asked for before the first message is taken. */
@NullMarked
package org.paysign.broker;

import org.jspecify.annotations.NullMarked;
