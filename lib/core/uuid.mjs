/**
 * Names of rows as the database writes them. Without a package, for the start and for browsers.
 */

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the name of a row: anything else the database refuses with a fault. @param {string} text */
export const isUuid = (text) => UUID.test(text);
