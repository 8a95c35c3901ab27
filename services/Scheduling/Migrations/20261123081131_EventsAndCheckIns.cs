using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class EventsAndCheckIns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "registrations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ticket_secret",
                table: "registrations",
                type: "bytea",
                nullable: false,
                defaultValueSql: "decode(replace(gen_random_uuid()::text, '-', ''), 'hex')");

            migrationBuilder.AlterColumn<Guid>(
                name: "plan_id",
                table: "events",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "events",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "is_counted_by_check_in",
                table: "events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "no_shows",
                table: "events",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "registration",
                table: "events",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "check_in_lists",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_in_lists", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "check_ins",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_ins", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_check_in_lists_tenant_event_id_name",
                table: "check_in_lists",
                columns: new[] { "tenant", "event_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_tenant_event_id_registration_id",
                table: "check_ins",
                columns: new[] { "tenant", "event_id", "registration_id" });

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_tenant_list_id_registration_id",
                table: "check_ins",
                columns: new[] { "tenant", "list_id", "registration_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_in_lists");

            migrationBuilder.DropTable(
                name: "check_ins");

            migrationBuilder.DropColumn(
                name: "name",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "ticket_secret",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "description",
                table: "events");

            migrationBuilder.DropColumn(
                name: "is_counted_by_check_in",
                table: "events");

            migrationBuilder.DropColumn(
                name: "no_shows",
                table: "events");

            migrationBuilder.DropColumn(
                name: "registration",
                table: "events");

            migrationBuilder.AlterColumn<Guid>(
                name: "plan_id",
                table: "events",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
