using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class VenuesAndModerators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "plans",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replaces",
                table: "plans",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "was",
                table: "plans",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "moderator_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "participants",
                table: "events",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "venue_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_slug = table.Column<string>(type: "text", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "moderators",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderators", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "planning_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    limit_seconds = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    heartbeat_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    solutions = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: true),
                    bound = table.Column<long>(type: "bigint", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shared_resources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    tenant_slugs = table.Column<List<string>>(type: "text[]", nullable: false),
                    venue = table.Column<string>(type: "jsonb", nullable: true),
                    moderator = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_resources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sittings",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sittings", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "venues",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_venues", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_resource_id_starts_at",
                table: "bookings",
                columns: new[] { "resource_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_tenant_slug_event_id",
                table: "bookings",
                columns: new[] { "tenant_slug", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_runs_created_at",
                table: "planning_runs",
                column: "created_at",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_shared_resources_tenant_slugs",
                table: "shared_resources",
                column: "tenant_slugs")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_once",
                table: "sittings",
                columns: new[] { "tenant", "committee", "on" },
                unique: true);

            // Nobody books what somebody has, whichever Landkreis either is. The extension is a trusted one: the owner of the database may create it.
            migrationBuilder.Sql("""
                create extension if not exists btree_gist;
                alter table bookings add constraint ex_bookings_overlap
                    exclude using gist (resource_id with =, tstzrange(starts_at, ends_at) with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "moderators");

            migrationBuilder.DropTable(
                name: "planning_runs");

            migrationBuilder.DropTable(
                name: "shared_resources");

            migrationBuilder.DropTable(
                name: "sittings");

            migrationBuilder.DropTable(
                name: "venues");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "replaces",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "was",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "moderator_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "participants",
                table: "events");

            migrationBuilder.DropColumn(
                name: "venue_id",
                table: "events");
        }
    }
}
