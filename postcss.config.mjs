/** Tailwind is the only stage. */
const config = { plugins: { "@tailwindcss/postcss": {} } };
export default config;
