/** No feature has this place. */
const EMPTY = -1;

/**
 * Tells which features of a clause came before: a feature counts once. A clause has some hundred features of the
 * many that there are, so they are looked up in a table so small that it is always at hand.
 */
export class Seen {
  #places = new Int32Array(1024).fill(EMPTY);
  #slots: number[] = [];

  /** Forgets what was seen. */
  begin(): void {
    for (const slot of this.#slots) this.#places[slot] = EMPTY;
    this.#slots.length = 0;
  }

  isNew(place: number): boolean {
    const places = this.#places;
    const mask = places.length - 1;
    let slot = (Math.imul(place, 0x9e3779b1) >>> 16) & mask;
    while (places[slot] !== EMPTY) {
      if (places[slot] === place) return false;
      slot = (slot + 1) & mask;
    }
    places[slot] = place;
    this.#slots.push(slot);
    if (this.#slots.length * 2 > places.length) this.#grow();
    return true;
  }

  #grow(): void {
    const known = this.#slots.map((slot) => this.#places[slot] as number);
    this.#places = new Int32Array(2 * this.#places.length).fill(EMPTY);
    this.#slots = [];
    for (const place of known) this.isNew(place);
  }
}
