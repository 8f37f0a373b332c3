// On a first boot on MariaDB, Strapi's own migrations mix savepoints with DDL, once for each content
// type, and knex warns of every one: 36 lines without any plugin.
const warn = (message) => {
  if (!String(message).includes('Transaction was implicitly committed')) console.warn(message);
};

// Nobody needs the file after a power cut, and waiting for the disk took a third of the tests' time.
const withoutSync = (sqlite, done) => {
  sqlite.pragma('synchronous = off');
  done();
};

// The test harness says which database to use; see tests/support/databases.ts.
module.exports = () => {
  const connection = JSON.parse(process.env.TEST_DATABASE_CONNECTION);
  const isFile = connection.client === 'sqlite';
  return {
    connection: {
      ...connection,
      log: { warn },
      ...(isFile && { pool: { afterCreate: withoutSync } }),
    },
  };
};
