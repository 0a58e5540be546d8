/** What {@code paysign doctor} looks at, one class for each part of the surroundings; nothing is changed by looking. */
@NullMarked
package org.paysign.cli.doctor;

import org.jspecify.annotations.NullMarked;
