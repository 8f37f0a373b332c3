/** The languages of this admin besides English. */
export default { config: { locales: ['cs'] } };
