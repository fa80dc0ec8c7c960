class Http {
  async create(url, data) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(data),
      });
      return response.json();
    } catch (e) {
      return false;
    }
  }
}

const http = new Http();

export default http;
