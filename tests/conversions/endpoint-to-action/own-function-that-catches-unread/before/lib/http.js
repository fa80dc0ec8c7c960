class Http {
  async delete(url) {
    try {
      const response = await fetch(url, { method: 'DELETE' });
      const data = await response.json();
      if (data.done === true) {
        return true;
      } else {
        return false;
      }
    } catch (e) {
      return false;
    }
  }
}

const http = new Http();

export default http;
