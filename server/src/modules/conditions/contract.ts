/** The words and shapes of conditions that other modules and the admin share. */
export * from './answers';
export * from './rules';
