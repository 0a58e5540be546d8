/** The way from the command line to a PaySign that runs: its management port, as an operator. */
@NullMarked
package org.paysign.cli.desk;

import org.jspecify.annotations.NullMarked;
