/** Work that must be noticed: one function, and for each byte a look at all that stand before it. */
export function open() {
  return (_name, bytes) => {
    let pairs = 0;
    for (let at = 0; at < bytes.length; at++) {
      for (let before = 0; before < at; before++) if (bytes[before] === bytes[at]) pairs++;
    }
    return pairs;
  };
}
