module.exports = {
  auth: { secret: 'test-admin-secret' },
  apiToken: { salt: 'test-token-salt' },
  transfer: { token: { salt: 'test-transfer-salt' } },
  secrets: { encryptionKey: 'test-encryption-key-of-32-bytes!' },
  rateLimit: { enabled: false },
  flags: { nps: false, promoteEE: false },
};
