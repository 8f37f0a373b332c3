/** Who is logged in, in this browser. */
const KEY = 'kittiwake.login';

/** `{ jwt, email }`, or null. */
export const login = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
};

export const keepLogin = ({ jwt, user }) =>
  localStorage.setItem(KEY, JSON.stringify({ jwt, email: user.email }));

export const forgetLogin = () => localStorage.removeItem(KEY);
