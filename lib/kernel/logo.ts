/** The launcher's picture: a loss that should fall and does not. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="10" fill="#1b2a41"/>
  <path d="M12 12v40h40" fill="none" stroke="#8d99ae" stroke-width="3" stroke-linecap="round"/>
  <path d="M16 18c8 0 8 16 16 16s10-6 18-4" fill="none" stroke="#ffb703" stroke-width="4" stroke-linecap="round"/>
  <circle cx="50" cy="30" r="4" fill="#ffb703"/>
</svg>
`;
