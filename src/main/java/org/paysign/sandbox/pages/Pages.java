package org.paysign.sandbox.pages;

import java.time.Clock;
import javax.sql.DataSource;
import org.paysign.sandbox.World;

/** The pages at the world's port, from {@code /} on; what they tell of the bundle they are told or look up. */
public final class Pages implements AutoCloseable {

    private final World world;
    private final Shop shop;
    private final Journal journal;
    private volatile Books books = Books.CLOSED;
    private final Lookout lookout;

    private Pages(World world, Shop shop, Clock clock) {
        this.world = world;
        this.shop = shop;
        this.journal = new Journal(clock);
        this.lookout = new Lookout(journal, () -> books, clock);
    }

    /** Opens the pages of a world; the broker is the one that the bundle listens to. */
    public static Pages open(World world, ShopSettings broker, Clock clock) {
        var pages = new Pages(world, new Shop(broker), clock);
        StaticFiles.open(world);
        var desk = new ShopDesk(pages.shop);
        world.open("POST", "/shop/sign", new SameOrigin(desk::sign));
        world.open("POST", "/shop/result", new SameOrigin(desk::result));
        world.open("POST", "/shop/unsign", new SameOrigin(desk::unsign));
        world.open("GET", "/journey/events", new JourneyEvents(pages.journal)::follow);
        var list = new AgreementList(pages::books, pages.lookout);
        world.open("GET", "/agreements", list::list);
        world.open("GET", "/agreements/one", list::one);
        world.tell(new DoorWatch(pages.journal, pages::books));
        return pages;
    }

    /** The bundle has started: from now on its tables are read, never written. */
    public void look(DataSource store) {
        books = Books.of(store);
        lookout.start();
    }

    /** Plays agreements into every state, if the store has none yet; returns at once. */
    public void seed() {
        if (books.isEmpty()) {
            new Seeds(shop, world.port()).start();
        }
    }

    /** A message went through a route of the bundle. */
    public void passed(Passage passage) {
        journal.passed(passage);
    }

    private Books books() {
        return books;
    }

    @Override
    public void close() {
        lookout.close();
        journal.close();
    }
}
