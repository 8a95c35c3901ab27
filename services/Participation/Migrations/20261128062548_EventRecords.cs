using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class EventRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_records",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    event_version = table.Column<int>(type: "integer", nullable: false),
                    presence_version = table.Column<int>(type: "integer", nullable: false),
                    attendance = table.Column<string>(type: "jsonb", nullable: false),
                    no_shows = table.Column<int>(type: "integer", nullable: true),
                    stage = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<string>(type: "jsonb", nullable: false),
                    open_questions = table.Column<string>(type: "jsonb", nullable: false),
                    corrections_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_records", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "presence",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presence", x => new { x.tenant, x.event_id, x.mark });
                });

            migrationBuilder.CreateTable(
                name: "record_corrections",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    author = table.Column<string>(type: "text", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reply = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_corrections", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "record_photos",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    jpeg = table.Column<byte[]>(type: "bytea", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_photos", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_event_records_tenant_topic_area_id_id",
                table: "event_records",
                columns: new[] { "tenant", "topic_area_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_corrections_tenant_author",
                table: "record_corrections",
                columns: new[] { "tenant", "author" });

            migrationBuilder.CreateIndex(
                name: "ix_record_corrections_tenant_event_id_id",
                table: "record_corrections",
                columns: new[] { "tenant", "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_photos_tenant_event_id_id",
                table: "record_photos",
                columns: new[] { "tenant", "event_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_records");

            migrationBuilder.DropTable(
                name: "presence");

            migrationBuilder.DropTable(
                name: "record_corrections");

            migrationBuilder.DropTable(
                name: "record_photos");
        }
    }
}
