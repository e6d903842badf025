"""What every answer goes through: French error pages, freshness by the version of the data, sharing with all."""
