package org.paysign.merchant;

/**
 * What became of a reload.
 *
 * @param done whether the profiles of the folder are in force now; if not, all that were loaded stay
 * @param sentence what was done or why nothing was, for an operator
 */
public record Reloaded(boolean done, String sentence) {}
