/** The PostgreSQL everything is measured on, and what is measured of it alone. */
package org.huhang.bench.database;
