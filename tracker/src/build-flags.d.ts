/**
 * False in the script tag's build, whose features live as long as the page: what only serves
 * `stop()` is left out of t.js.
 */
declare const CAN_STOP: boolean;
