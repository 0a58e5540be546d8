package org.paysign.store;

/** The outcomes of one merchant for one of its endpoints; lanes are delivered independently of each other. */
public record Lane(String merchant, String target) {}
