// The test harness says which database to use; see tests/support/databases.ts.
module.exports = () => ({ connection: JSON.parse(process.env.TEST_DATABASE_CONNECTION) });
