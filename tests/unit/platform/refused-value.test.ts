/** What a database's own error says about the value it was given. */
import { isRefusedValue } from '../../../server/src/platform/sql/refused-value';

const failure = (properties: object) => Object.assign(new Error('refused'), properties);

describe('an error of the database', () => {
  it.each([
    ['PostgreSQL, of a number out of range', { code: '22003' }],
    ['MariaDB, of text that is too long', { code: 'ER_DATA_TOO_LONG', errno: 1406 }],
    // mysql2 knows MySQL's names only, and MySQL calls another error by this number.
    [
      'MariaDB, of text where JSON stands',
      { code: 'ER_INNODB_AUTOEXTEND_SIZE_OUT_OF_RANGE', errno: 4025 },
    ],
  ])('tells a refused value: %s', (_name, properties) => {
    expect(isRefusedValue(failure(properties))).toBe(true);
  });

  it.each([
    ['of a lost connection', { code: 'PROTOCOL_CONNECTION_LOST' }],
    ['of SQL', { code: '42601' }],
    ['of another number', { code: 'ER_LOCK_DEADLOCK', errno: 1213 }],
    ['without a code', {}],
  ])('is no refused value: %s', (_name, properties) => {
    expect(isRefusedValue(failure(properties))).toBe(false);
  });
});
