// On a first boot on MariaDB, Strapi's own migrations mix savepoints with DDL, once for each content
// type, and knex warns of every one: 36 lines without any plugin.
const warn = (message) => {
  if (!String(message).includes('Transaction was implicitly committed')) console.warn(message);
};

// The test harness says which database to use; see tests/support/databases.ts.
module.exports = () => ({
  connection: { ...JSON.parse(process.env.TEST_DATABASE_CONNECTION), log: { warn } },
});
