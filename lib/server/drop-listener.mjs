import { KeptLine } from '../core/kept-line.mjs';
import { announceDrop, DROP_CHANNEL } from '../core/process-state.mjs';

/**
 * Hears through PostgreSQL what other processes changed. While the connection was broken something may
 * have been missed, so everything is dropped once it is back.
 */
export class DropListener {
  #line;

  /** @param {string} url connection address of the database */
  constructor(url) {
    this.#line = new KeptLine({
      url,
      name: 'stadtteilforum-listen',
      async onOpen(client) {
        client.on('notification', ({ payload }) => announceDrop((payload ?? '*').split(',')));
        await client.query(`LISTEN ${DROP_CHANNEL}`);
      },
      onBack: () => announceDrop(['*']),
    });
  }

  start() {
    return this.#line.start();
  }

  /** Whether the database is known to be away. */
  isAway() {
    return this.#line.isAway;
  }

  /** Can the database be asked right now? Answers within two seconds. */
  answers() {
    return this.#line.answers();
  }

  stop() {
    return this.#line.stop();
  }
}
