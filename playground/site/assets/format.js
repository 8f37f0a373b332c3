const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export const formatPrice = (amount) => money.format(amount);
export const formatDate = (date) => day.format(new Date(date));
