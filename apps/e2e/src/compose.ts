/** A small shop, written for these tests. */
export const SHOP = `name: corner-shop
services:
  web:
    image: shop/web:1.4
    ports: ["80:8080"]
    environment:
      ORDERS_URL: http://orders:8080
  orders:
    image: shop/orders:2.1
    environment:
      DB_HOST: orders-db
      PAYMENT: http://payment
  payment:
    image: shop/payment:0.9
  orders-db:
    image: postgres:16
`
