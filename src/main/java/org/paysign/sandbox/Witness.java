package org.paysign.sandbox;

/** Whoever looks on what happens at the world's doors, and changes nothing. */
public interface Witness {

    /** Called after the endpoint has decided, in its thread; must be quick and not throw. */
    void saw(String path, Call call, Reply reply);
}
